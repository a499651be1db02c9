"""The plugin under real Icinga 2, Nagios and NRPE daemons, set up as contrib's READMEs say."""
