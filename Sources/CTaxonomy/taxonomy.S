// The taxonomy as it is, in read-only data: the linker copies it, the loader maps it, nothing reads it at start.
    .section .rodata.rplus_taxonomy, "a", %progbits
    .balign 16
    .globl rplus_taxonomy_begin
    .globl rplus_taxonomy_end
rplus_taxonomy_begin:
    .incbin "taxonomy.bin"
rplus_taxonomy_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
