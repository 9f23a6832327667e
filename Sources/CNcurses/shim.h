// Makes ncurses reachable from Swift: wide characters on, macros as functions.
#ifndef RECRUTEMENTPLUS_CNCURSES_SHIM_H
#define RECRUTEMENTPLUS_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>

#endif
