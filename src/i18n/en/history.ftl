# Messages of this area: history.
