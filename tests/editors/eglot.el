;;; eglot.el --- The language server in Emacs  -*- lexical-binding: t; -*-

;;; Commentary:

;; A model as a person edits it: messages arrive, a hover, completion, a
;; definition in another file, a rename and formatting.
;; WARD: the program; WARD_MODEL: a copy of `examples/ventilator'.

;;
;; Emacs has `eglot' from 29 on; for an older one Debian packs it.

;;; Code:

(require 'cl-lib)
(require 'package)
(setq package-archives nil)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(add-to-list 'load-path (expand-file-name "editors/emacs"))
(require 'ward-mode)
(require 'eglot)
(require 'flymake)

(setq ward-server-command (list (getenv "WARD") "lsp")
      eglot-server-programs `((ward-mode . ,ward-server-command))
      eglot-sync-connect 30
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      create-lockfiles nil)

(defun test-wait (what condition)
  "Wait until CONDITION holds; say WHAT where it never does."
  ;; in batch mode nobody is idle, which is when changes are sent
  (when (eglot-managed-p) (eglot--signal-textDocument/didChange))
  (let ((end (+ (float-time) 30)) held)
    (while (and (not (setq held (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.1))
    (unless held (error "Waited in vain for %s" what))
    held))

(defun test-messages ()
  "What the messages of the buffer say."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun test-behind (text)
  "Put point behind the first TEXT."
  (goto-char (point-min))
  (search-forward text))

(with-current-buffer (find-file-noselect (expand-file-name "device.tm" (getenv "WARD_MODEL")))
  (cl-assert (eq major-mode 'ward-mode))
  (apply #'eglot (eglot--guess-contact))
  (test-wait "the server" #'eglot-managed-p)
  (flymake-mode 1)
  (test-wait "messages"
             (lambda ()
               (flymake-start)
               (cl-some (lambda (text) (string-match-p "debug port" text)) (test-messages))))
  (message "ok messages: %d" (length (test-messages)))
  ;; a mistake while it is typed
  (test-behind "purpose:")
  (backward-char 2)
  (delete-char 1)
  (test-wait "the message about a mistake"
             (lambda ()
               (flymake-start)
               (cl-some (lambda (text) (string-match-p "purpos" text)) (test-messages))))
  (insert "e")
  (test-wait "its end"
             (lambda ()
               (flymake-start)
               (not (cl-some (lambda (text) (string-match-p "purpos" text)) (test-messages)))))
  (message "ok a mistake comes and goes")
  ;; hover
  (test-behind "process blower")
  (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (cl-assert (string-match-p "Blower controller" (plist-get (plist-get hover :contents) :value))))
  (message "ok hover")
  ;; completion
  (test-behind "port jtag \"Debug connector\" : Jtag {")
  (insert "\nacc")
  (let* ((capf (eglot-completion-at-point))
         (offered (all-completions "acc" (nth 2 capf))))
    (cl-assert (member "access" (mapcar #'substring-no-properties offered)) t))
  (delete-char -4)
  (eglot--signal-textDocument/didChange)
  (message "ok completion")
  ;; a definition in another file
  (test-behind "controls: [signed_packages")
  (backward-char 1)
  (let* ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))
         (place (xref-item-location (car found))))
    (cl-assert (string-suffix-p "controls.tm" (xref-location-group place)) t))
  (message "ok definition")
  ;; rename, in all files
  (test-behind "process blower")
  (cl-letf (((symbol-function 'y-or-n-p) #'always))
    (eglot-rename "blower_controller"))
  (test-behind "process blower_controller")
  (test-behind "was:")
  (cl-assert (with-current-buffer (find-file-noselect (expand-file-name "views.tm" (getenv "WARD_MODEL")))
               (goto-char (point-min))
               (search-forward "therapy.blower_controller)" nil t)))
  (message "ok rename")
  ;; formatting
  (test-behind "label:")
  (insert "      ")
  (eglot-format-buffer)
  (test-behind "            label:      \"100-240 V~\"")
  (message "ok formatting")
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))
(dolist (buffer (buffer-list))
  (with-current-buffer buffer (set-buffer-modified-p nil)))
(message "Emacs %s, eglot: the server answers" emacs-version)
;;; eglot.el ends here
