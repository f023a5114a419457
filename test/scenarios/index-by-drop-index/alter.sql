DROP INDEX by_email ON t
