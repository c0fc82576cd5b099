" The language server in Vim, by the plugin ALE: messages arrive, and a definition is found in another file.
" usage: vim -Nu NONE -es -S tests/editors/ale.vim      WARD: the program; WARD_MODEL: a copy of examples/ventilator; WARD_OUT: what became of it
set nocompatible hidden noswapfile
set runtimepath^=editors/vim
packadd ale
filetype plugin indent on
let g:ale_ward_executable = $WARD
let g:ale_lint_delay = 0

function! Fail(what) abort
  call writefile(['waited in vain for ' . a:what, string(ale#engine#GetLoclist(bufnr('')))], $WARD_OUT)
  cquit
endfunction

function! Wait(what, Condition) abort
  for l:try in range(300)
    if a:Condition()
      return
    endif
    sleep 100m
  endfor
  call Fail(a:what)
endfunction

function! Messages() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.text')
endfunction

execute 'edit' fnameescape($WARD_MODEL . '/device.tm')
if &filetype !=# 'ward'
  call Fail('the type of the file')
endif
ALELint
call Wait('messages', {-> !empty(filter(Messages(), 'v:val =~# "debug port"'))})
call search('purpose:')
normal! lx
doautocmd TextChanged
call Wait('the message about a mistake', {-> !empty(filter(Messages(), 'v:val =~# "ppose\\|prpose"'))})
undo
doautocmd TextChanged
call Wait('its end', {-> empty(filter(Messages(), 'v:val =~# "ppose\\|prpose"'))})
call search('controls: \[signed_packages')
call search('signed')
ALEGoToDefinition
call Wait('the definition', {-> expand('%:t') ==# 'controls.tm'})
call writefile(['Vim ' . v:version / 100 . '.' . v:version % 100 . ', ALE: the server answers'], $WARD_OUT)
qall!
