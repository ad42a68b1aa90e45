#include <cmark-gfm.h>
#include <string.h>
