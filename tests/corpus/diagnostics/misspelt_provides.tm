control link "Encrypted link" { provide { encrypted: yes } }
