# Messages of this area: storage.
