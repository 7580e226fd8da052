"""Words to lines, blocks to columns, columns to pages: positions are values."""
