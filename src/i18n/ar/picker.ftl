# Messages of this area: picker.
