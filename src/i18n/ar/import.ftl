# Messages of this area: import.
