attribute store.shelf_life : text "How long are entries in {self} kept?" { asked_where: keeps_logs }
