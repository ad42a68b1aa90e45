/// Declares nothing: see NoCurl.c.
