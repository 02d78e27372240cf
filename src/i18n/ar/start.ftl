# Messages of this area: start.
