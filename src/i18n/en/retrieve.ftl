# Messages of this area: retrieve.
