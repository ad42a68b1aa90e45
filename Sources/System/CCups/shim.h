#include <cups/cups.h>

// libcups is opened when something is printed, not linked: it brings some thirty libraries with it, which every start
// of the program would pay for. These are the types of the functions that are looked up in it then, taken from their
// declarations, so that the compiler holds each call against the header. No "link" in the module map, for this reason.
#define LOADED(name) typedef __typeof__(&name) name##_function

LOADED(cupsConnectDest);
LOADED(cupsDoAuthentication);
LOADED(cupsEncryption);
LOADED(cupsFreeDests);
LOADED(cupsGetDests2);
LOADED(cupsGetOption);
LOADED(cupsLastError);
LOADED(cupsLastErrorString);
LOADED(cupsSendRequest);
LOADED(cupsServer);
LOADED(cupsSetPasswordCB2);
LOADED(cupsUser);
LOADED(cupsWriteRequestData);
LOADED(httpClose);
LOADED(httpConnect2);
LOADED(httpEncryption);
LOADED(httpFlush);
LOADED(httpGetFd);
LOADED(httpGetState);
LOADED(httpRead2);
LOADED(httpReconnect2);
LOADED(httpSetTimeout);
LOADED(httpUpdate);
LOADED(ippAddBoolean);
LOADED(ippAddInteger);
LOADED(ippAddString);
LOADED(ippAddStrings);
LOADED(ippDelete);
LOADED(ippLength);
LOADED(ippNewRequest);
LOADED(ippPort);

#undef LOADED
