" What Vim or Neovim makes of each file: its type, the colour of each token, and what indenting it anew changes.
" usage: vim -Nu NONE -es -S tests/editors/vim.vim      WARD_LEAVES: what `leaves` printed; WARD_OUT: where to write
set nomore noswapfile hidden
let &runtimepath = getcwd() .. '/editors/vim,' .. &runtimepath
filetype plugin indent on
syntax on

let s:out = []
for s:file in json_decode(join(readfile($WARD_LEAVES), ''))
  execute 'edit' fnameescape(s:file.path)
  call add(s:out, join(['type', s:file.path, &filetype, &commentstring], "\t"))
  for [s:start, s:end, s:kind] in s:file.leaves
    let s:line = byte2line(s:start + 1)
    let s:column = s:start + 2 - line2byte(s:line)
    let s:group = synIDattr(synID(s:line, s:column, 0), 'name')
    call add(s:out, join(['token', s:file.path, s:start, s:end, s:kind, s:group], "\t"))
  endfor
  let s:before = getline(1, '$')
  silent normal! gg=G
  for s:number in range(1, line('$'))
    if getline(s:number) !=# s:before[s:number - 1]
      call add(s:out, join(['indent', s:file.path, s:number, getline(s:number)], "\t"))
    endif
  endfor
  bwipeout!
endfor
call writefile(s:out, $WARD_OUT)
qall!
