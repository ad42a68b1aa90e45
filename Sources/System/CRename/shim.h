/// As <stdio.h> declares it where _GNU_SOURCE is defined, which Swift's Glibc does not: rename(2) with flags.
extern int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
