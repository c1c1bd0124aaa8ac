"""Pages of who decides for a child: parental responsibility, court orders, carers, capacity."""
