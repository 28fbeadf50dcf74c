"""The verbs on what lies upstream of conduct: mandate, calendar, people, the guarantors' mailbox."""
