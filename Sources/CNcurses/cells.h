// Cells and terminal capabilities: what the macros, masks and globals of ncurses keep from Swift.
#ifndef RECRUTEMENTPLUS_CNCURSES_CELLS_H
#define RECRUTEMENTPLUS_CNCURSES_CELLS_H

#include <stdint.h>
#include <wchar.h>

enum { RP_BOLD = 1, RP_DIM = 2, RP_ITALIC = 4, RP_UNDERLINE = 8, RP_REVERSE = 16 };

static inline attr_t rp_attributes(unsigned bits) {
    attr_t attributes = WA_NORMAL;
    if (bits & RP_BOLD) attributes |= WA_BOLD;
    if (bits & RP_DIM) attributes |= WA_DIM;
    if (bits & RP_ITALIC) attributes |= WA_ITALIC;
    if (bits & RP_UNDERLINE) attributes |= WA_UNDERLINE;
    if (bits & RP_REVERSE) attributes |= WA_REVERSE;
    return attributes;
}

// Pairs above 255 travel through the `opts` pointer; COLOR_PAIR() would wrap them.
static inline int rp_set_cell(cchar_t *cell, uint32_t base, uint32_t mark, uint32_t second, unsigned bits, int pair) {
    wchar_t text[4] = {(wchar_t)base, (wchar_t)mark, mark ? (wchar_t)second : 0, 0};
    return setcchar(cell, text, rp_attributes(bits), 0, &pair);
}

// What setcchar makes of one character with the attributes of a cell that has one.
static inline void rp_set_alike(cchar_t *cell, const cchar_t *before, uint32_t base) {
    *cell = *before;
    cell->chars[0] = (wchar_t)base;
}

static inline int rp_put_cells(int y, int x, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, y, x, cells, count);
}

static inline int rp_set_background(unsigned bits, int pair) {
    cchar_t cell;
    wchar_t blank[2] = {L' ', 0};
    if (setcchar(&cell, blank, rp_attributes(bits), 0, &pair) == ERR) return ERR;
    wbkgrndset(stdscr, &cell);
    return OK;
}

static inline int rp_move(int y, int x) { return wmove(stdscr, y, x); }
static inline int rp_refresh_virtual(void) { return wnoutrefresh(stdscr); }
static inline int rp_erase(void) { return werase(stdscr); }
static inline int rp_clear_all(void) { return clearok(stdscr, 1); }
static inline int rp_keypad(int on) { return keypad(stdscr, on != 0); }
static inline int rp_leave_cursor(int on) { return leaveok(stdscr, on != 0); }
static inline int rp_lines(void) { return getmaxy(stdscr); }
static inline int rp_columns(void) { return getmaxx(stdscr); }
static inline int rp_pairs(void) { return COLOR_PAIRS; }
static inline int rp_colors(void) { return COLORS; }

// The columns that ncurses will count for a scalar.
static inline int rp_width(uint32_t scalar) {
    extern int wcwidth(wchar_t);
    return wcwidth((wchar_t)scalar);
}

// A string capability, or NULL when the terminal has none of that name.
static inline const char *rp_capability(const char *name) {
    const char *found = tigetstr(name);
    return found == (const char *)-1 ? NULL : found;
}

#endif
