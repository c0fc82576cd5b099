;;; emacs.el --- What Emacs makes of each file  -*- lexical-binding: t; -*-

;;; Commentary:

;; Its mode, the face of each token, and what indenting it anew changes.
;; WARD_LEAVES: what `leaves' printed; WARD_OUT: where to write.

;;; Code:

(require 'cl-lib)
(require 'json)

(add-to-list 'load-path (expand-file-name "editors/emacs"))
(require 'ward-mode)

(let ((out (generate-new-buffer "out"))
      (files (json-read-file (getenv "WARD_LEAVES"))))
  (cl-flet ((say (&rest parts)
              (with-current-buffer out
                (insert (mapconcat (lambda (part) (format "%s" part)) parts "\t") "\n"))))
    (mapc
     (lambda (file)
       (let ((path (alist-get 'path file)))
         (with-current-buffer (find-file-noselect path)
           (say "type" path major-mode comment-start)
           (font-lock-ensure)
           (mapc
            (lambda (leaf)
              (let* ((start (aref leaf 0))
                     (place (byte-to-position (1+ start)))
                     (face (get-text-property place 'face)))
                (say "token" path start (aref leaf 1) (aref leaf 2)
                     (if (consp face) (car face) (or face "")))))
            (alist-get 'leaves file))
           (let ((before (split-string (buffer-string) "\n")))
             (indent-region (point-min) (point-max))
             (let ((number 0))
               (dolist (line (split-string (buffer-string) "\n"))
                 (unless (string= line (nth number before))
                   (say "indent" path (1+ number) line))
                 (setq number (1+ number)))))
           (set-buffer-modified-p nil)
           (kill-buffer))))
     files))
  (with-current-buffer out
    (let ((coding-system-for-write 'utf-8))
      (write-region nil nil (getenv "WARD_OUT")))))
;;; emacs.el ends here
