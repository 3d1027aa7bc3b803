// The settings of the C library's heap, which its own Swift module leaves out.
#include <malloc.h>
