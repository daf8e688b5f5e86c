"""The fictitious county procuratorate of the demonstration. Every person, number and case in it is invented."""
