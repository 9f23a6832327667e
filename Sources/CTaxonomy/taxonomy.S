// The taxonomy as it is, in read-only data: the linker copies it, the loader maps it, nothing reads it at start.
// A build notices another file by this line, which scripts/build-taxonomy writes: SHA-256 96ddf60b1aa4371fffa209eb1e4a728df5263ba1bc845c1eb3ddd52556ee45f4
    .section .rodata.rplus_taxonomy, "a", %progbits
    .balign 16
    .globl rplus_taxonomy_begin
    .globl rplus_taxonomy_end
rplus_taxonomy_begin:
    .incbin "taxonomy.bin"
rplus_taxonomy_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
