# Messages of this area: codes.
