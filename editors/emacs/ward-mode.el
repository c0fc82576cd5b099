;;; ward-mode.el --- Threat models of medical devices in Ward  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT OR Apache-2.0
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages

;;; Commentary:

;; Colours, indentation and the language server (`eglot') for `.tm' files.
;; Emacs takes `.tm' for nothing, tcl.el of some distributions takes it for
;; Tcl; this file claims it.

;;; Code:

(require 'rx)

(defgroup ward nil
  "Threat models in Ward."
  :group 'languages)

(defcustom ward-indent-offset 4
  "How far the inside of a bracket stands in."
  :type 'natnum
  :safe #'natnump)

(defcustom ward-server-command '("ward" "lsp")
  "The language server and its arguments."
  :type '(repeat string)
  :risky t)

;; generated: declaration
(defconst ward--declaration-words
  '("system" "actor" "external" "process" "store" "port" "boundary" "data" "control" "harm" "assumption" "section" "type" "enum" "scale" "category" "pack" "rule" "standard" "clause" "view" "scheme" "factor"))
;; end of generated

;; generated: member
(defconst ward--member-words
  '("flow" "import" "extend" "attribute" "define" "respond" "answer" "assert" "test" "expect" "for" "applies" "mitigated" "satisfied" "provides"))
;; end of generated

;; generated: table
(defconst ward--table-words
  '("start" "reduces" "severities" "matrix"))
;; end of generated

;; generated: operator
(defconst ward--operator-words
  '("and" "or" "not" "in" "is"))
;; end of generated

;; generated: quantifier
(defconst ward--quantifier-words
  '("any" "all" "count" "each"))
;; end of generated

;; generated: literal
(defconst ward--literal-words
  '("yes" "no" "unknown"))
;; end of generated

(defconst ward--name "[[:alpha:]_][[:alnum:]_]*")

(defconst ward--begins "\\(?:^\\|[{,]\\)[ \t]*"
  "What stands before a member.")

(defconst ward--inside "\\(?:^\\|[^.[:alnum:]_]\\)"
  "What stands before a word inside a member.")

(defun ward--words (words)
  "A group that matches WORDS."
  (concat "\\(" (regexp-opt words) "\\)"))

(defconst ward--operand "\\(?:[ \t]+[[:alnum:]_([\"]\\|[ \t]*$\\)"
  "What stands after an operator.")

;; There are no reserved words: each is asked what stands before and after it.
(defconst ward-font-lock-keywords
  (let ((name ward--name) (begins ward--begins) (inside ward--inside))
    `((,(concat begins (ward--words ward--declaration-words) "[ \t]+\\(" name "\\)"
                "\\(?:[ \t]+\"\\(?:[^\"\\\\\n]\\|\\\\.\\)*\"\\)?"
                "\\(?:[ \t]*:[ \t]*\\(" name "\\(?:\\." name "\\)*\\)\\)?")
       (1 'font-lock-keyword-face) (2 'font-lock-type-face) (3 'font-lock-type-face nil t))
      (,(concat begins "\\(flow\\)[ \t]+\\(" name "\\)")
       (1 'font-lock-keyword-face) (2 'font-lock-function-name-face))
      (,(concat begins (ward--words ward--member-words) "[ \t]+[[:alpha:]_]")
       1 'font-lock-keyword-face)
      (,(concat begins "\\(import\\|answer\\|assert\\|test\\)[ \t]+\"")
       1 'font-lock-keyword-face)
      (,(concat begins "\\(provides\\)[ \t]*{") 1 'font-lock-keyword-face)
      (,(concat begins (ward--words ward--table-words) "[ \t]*{") 1 'font-lock-keyword-face)
      ("\\_<\\(?:applies\\|mitigated\\|satisfied\\)[ \t]+\\(when\\)\\_>" 1 'font-lock-keyword-face)
      ("\\_<\\(one\\|list\\)[ \t]+\\(of\\)\\_>"
       (1 'font-lock-keyword-face) (2 'font-lock-keyword-face))
      ("^[ \t]*attribute[ \t][^:]*:.*[[:alnum:]_][ \t]+\\(type\\)\\_>" 1 'font-lock-keyword-face)
      (,(concat "\\(?:^\\|[])\"[:alnum:]_][ \t]+\\)[ \t]*\\(where\\|over\\)" ward--operand)
       1 'font-lock-keyword-face)
      (,(concat inside (ward--words ward--quantifier-words) "[ \t]+\\(" name "\\)[ \t]+in\\_>")
       (1 'font-lock-keyword-face) (2 'font-lock-variable-name-face))
      (ward--literal 0 'font-lock-constant-face)
      (ward--operator 0 'font-lock-keyword-face)
      (,(concat begins "\\(" name "\\)[ \t]*:") 1 'font-lock-variable-name-face)
      (,(concat begins "\\(" name "\\)[ \t]+\"") 1 'font-lock-constant-face)
      (,(concat "\\(" name "\\)[ \t]*(") 1 'font-lock-function-name-face)
      ("\\_<[0-9]+\\(?:-[0-9][0-9]-[0-9][0-9]\\)?" 0 'font-lock-constant-face)
      (ward--placeholder 0 'font-lock-variable-name-face t)))
  "Colours of `ward-mode'.")

(defun ward--find (words goes-on limit)
  "Find one of WORDS before LIMIT, in no path, that GOES-ON permits.\nThat is called after the word."
  (let ((word (concat "\\_<" (regexp-opt words) "\\_>")) found)
    (while (and (not found) (re-search-forward word limit t))
      (setq found (and (not (eq (char-before (match-beginning 0)) ?.))
                       (save-match-data (funcall goes-on)))))
    found))

(defun ward--operator (limit)
  "Find a word that joins expressions before LIMIT."
  (ward--find ward--operator-words (lambda () (looking-at-p ward--operand)) limit))

(defun ward--literal (limit)
  "Find a word that is a value before LIMIT."
  (ward--find ward--literal-words (lambda () (not (looking-at-p "[ \t]*[.:(\"]"))) limit))

(defun ward--placeholder (limit)
  "Find a `{name.name}' inside a text before LIMIT."
  (let (found)
    (while (and (not found)
                (re-search-forward (concat "{" ward--name "\\(?:\\." ward--name "\\)*}") limit t))
      (setq found (nth 3 (save-match-data (syntax-ppss (match-beginning 0))))))
    found))

(defvar ward-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 12" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (dolist (mark '(?= ?< ?> ?- ?! ?@ ?: ?, ?.))
      (modify-syntax-entry mark "." table))
    table)
  "Syntax of `ward-mode'.")

(defconst ward--syntax-propertize
  (syntax-propertize-rules
   ;; A block is one text: its marks are string fences.
   ("\\(\"\\)\"\"" (1 (ward--block-fence))))
  "Where a text of several lines begins and ends.")

(defun ward--block-fence ()
  "The syntax of a mark of three quotation marks, or nothing inside another text."
  (let ((state (save-excursion (save-match-data (syntax-ppss (match-beginning 1))))))
    (cond ((nth 4 state) nil)
          ((not (nth 3 state))
           (put-text-property (1+ (match-beginning 0)) (match-end 0) 'syntax-table '(1))
           (string-to-syntax "|"))
          ((eq (nth 3 state) t)
           ;; The last of the three closes.
           (put-text-property (match-beginning 0) (1- (match-end 0)) 'syntax-table '(1))
           (put-text-property (1- (match-end 0)) (match-end 0) 'syntax-table '(15))
           nil))))

;;; Indentation

(defconst ward--line-begins-with-operator
  (rx bol (* blank)
      (or (seq (or "and" "or" "in" "is" "where" "over" "not") (+ blank) (any alnum "_([\""))
          "->" "<->" "==" "!=" "<=" ">=" "<" ">" "=" "@" ".")))

(defconst ward--line-ends-with-operator
  (rx (or (seq symbol-start (or "and" "or" "not" "in" "is" "where" "when" "over"))
          "->" "=" "<" ">" "@" ".")
      (* blank) eol))

(defun ward--code ()
  "The line at point without its comment."
  (let* ((end (line-end-position))
         (state (syntax-ppss end)))
    (buffer-substring-no-properties
     (line-beginning-position)
     (if (and (nth 4 state) (>= (nth 8 state) (line-beginning-position))) (nth 8 state) end))))

(defun ward--to-code-above ()
  "Go to the nearest line above that has code and begins in no text.\nReturn nil where there is none."
  (let (found)
    (while (and (not found) (zerop (forward-line -1)))
      (beginning-of-line)
      (setq found (and (not (nth 3 (syntax-ppss)))
                       (string-match-p "[^ \t]" (ward--code)))))
    found))

(defun ward--goes-on-p ()
  "Whether the line at point runs on from the one above it."
  (and (not (looking-at-p "[ \t]*//"))
       (save-excursion
         (beginning-of-line)
         (or (looking-at-p ward--line-begins-with-operator)
             (and (ward--to-code-above)
                  (string-match-p ward--line-ends-with-operator (ward--code)))))))

(defun ward--bracket-indentation (open)
  "How far the line stands in that what closes OPEN lines up with."
  (save-excursion
    (goto-char open)
    (let ((outer (nth 1 (syntax-ppss)))
          (line (current-indentation)))
      ;; A body belongs to its declaration, even where that runs over several lines.
      (if (eq (char-after open) ?{)
          (min line (ward--inside outer))
        line))))

(defun ward--inside (open)
  "How far a line stands in inside the bracket at OPEN.\nNil stands for outside all."
  (if open (+ (ward--bracket-indentation open) ward-indent-offset) 0))

(defun ward--indentation ()
  "How far the line at point stands in, or nil inside a text."
  (save-excursion
    (beginning-of-line)
    (unless (nth 3 (syntax-ppss))
      (let* ((closes (looking-at "[ \t]*[])}]+"))
             (open (nth 1 (if closes
                              (syntax-ppss (1- (match-end 0)))
                            (syntax-ppss))))
             (in-brackets (and open (not (eq (char-after open) ?{)))))
        (cond ((and closes open) (ward--bracket-indentation open))
              ((or in-brackets (not (ward--goes-on-p))) (ward--inside open))
              (t (+ (ward--inside open) ward-indent-offset)))))))

(defun ward-indent-line ()
  "Indent the line at point as `ward fmt' does."
  (interactive)
  (let ((indentation (ward--indentation)))
    (if (not indentation)
        'noindent
      (if (<= (current-column) (current-indentation))
          (indent-line-to indentation)
        (save-excursion (indent-line-to indentation))))))

;;;###autoload
(define-derived-mode ward-mode prog-mode "Ward"
  "Threat models of medical devices."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local comment-start-skip "//+[ \t]*")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width ward-indent-offset)
  (setq-local electric-indent-chars (append "{}[]()" electric-indent-chars))
  (setq-local syntax-propertize-function ward--syntax-propertize)
  (add-hook 'syntax-propertize-extend-region-functions
            #'syntax-propertize-multiline 'append 'local)
  (setq-local font-lock-defaults '(ward-font-lock-keywords))
  (setq-local indent-line-function #'ward-indent-line)
  (setq-local imenu-generic-expression
              `((nil ,(concat "^[ \t]*" (ward--words ward--declaration-words)
                              "[ \t]+\\(" ward--name "\\)")
                     2)
                ("Flows" ,(concat "^[ \t]*flow[ \t]+\\(" ward--name "\\)") 1))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.tm\\'" . ward-mode))

;; The server is Emacs's own client's to start: `M-x eglot'.
(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'ward-mode ward-server-command)))

(provide 'ward-mode)
;;; ward-mode.el ends here
