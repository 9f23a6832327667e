// Makes the Argon2 password hashing library reachable from Swift.
#ifndef RECRUTEMENTPLUS_CARGON2_SHIM_H
#define RECRUTEMENTPLUS_CARGON2_SHIM_H
#include <argon2.h>
#endif
