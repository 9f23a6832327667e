#ifndef RPLUS_TAXONOMY_H
#define RPLUS_TAXONOMY_H

#include <stddef.h>
#include <stdint.h>

extern const uint8_t rplus_taxonomy_begin[];
extern const uint8_t rplus_taxonomy_end[];

/// The first byte of the built-in taxonomy.
static inline const void *rplus_taxonomy(void) { return rplus_taxonomy_begin; }

/// How many bytes it has.
static inline size_t rplus_taxonomy_size(void) { return (size_t)(rplus_taxonomy_end - rplus_taxonomy_begin); }

#endif
