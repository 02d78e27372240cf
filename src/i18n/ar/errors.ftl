# Messages of this area: errors.
