"""The casebank part of the demonstration: a fictitious county procuratorate with its ledger and studies.

Every person, number and case in it is invented. Each builder can run again and leaves what is there alone.
"""
