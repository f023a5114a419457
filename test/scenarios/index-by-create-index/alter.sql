CREATE UNIQUE INDEX by_email ON t (email DESC)
