# Messages of this area: quotation.
