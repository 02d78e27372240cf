# Messages of this area: reader.
