"""What making a yearly uitvoeringsplan is: no clock, no network, no disk."""
