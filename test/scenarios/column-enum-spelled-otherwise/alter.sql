ALTER TABLE t
  MODIFY letters ENUM('off', 'active'),
  MODIFY accents ENUM('b', 'e'),
  MODIFY digits ENUM('first', 'second'),
  MODIFY kept ENUM('new', 'y', 'x')
