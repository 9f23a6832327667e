// Makes libsodium's SHA-256 and HMAC reachable from Swift.
#ifndef RECRUTEMENTPLUS_CSODIUM_SHIM_H
#define RECRUTEMENTPLUS_CSODIUM_SHIM_H
#include <sodium/crypto_auth_hmacsha256.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#endif
