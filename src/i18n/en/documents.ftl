# Messages of this area: documents.
