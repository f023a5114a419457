--// Create Changelog

-- Every project of this tool begins with its own table.
CREATE TABLE CHANGELOG (
  ID NUMERIC(20, 0) NOT NULL PRIMARY KEY,
  APPLIED_AT VARCHAR(25) NOT NULL,
  DESCRIPTION VARCHAR(255) NOT NULL
);

--//@UNDO

DROP TABLE CHANGELOG;
