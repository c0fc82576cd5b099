process app { reduces { credential: 1 } }
