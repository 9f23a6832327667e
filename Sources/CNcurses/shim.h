// Makes ncurses reachable from Swift: wide characters on, macros and variadics as functions.
#ifndef RECRUTEMENTPLUS_CNCURSES_SHIM_H
#define RECRUTEMENTPLUS_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>

#include "cells.h"
#include "capture.h"
#include "guard.h"

#endif
