// Swift cannot call functions of variable arguments.
#ifndef RECRUTEMENTPLUS_CSQLITE_SHIM_H
#define RECRUTEMENTPLUS_CSQLITE_SHIM_H
extern int sqlite3_config(int option, ...);

// SQLITE_CONFIG_MEMSTATUS (9): whether the library keeps account of the memory that it takes, under a lock that all
// connections share. It must be said before the library is used, and answers SQLITE_MISUSE afterwards.
static inline int recrutementplus_sqlite_memory_statistics(int wanted) { return sqlite3_config(9, wanted); }
#endif
