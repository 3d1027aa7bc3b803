autocmd BufNewFile,BufRead *.tms setfiletype tms
autocmd BufNewFile,BufRead * if getline(1) =~# '^#!.*\<tms\>' | setfiletype tms | endif
