"""The Danish texts of the command line."""

from __future__ import annotations

CLI: dict[str, str] = {
    # Help and wrong calls
    "usage": "Brug:",
    "options": "Valgmuligheder",
    "commands": "Kommandoer",
    "options_metavar": "[VALG]",
    "agenda_or_nothing": "[AGENDA]",
    "help_option": "Vis denne hjælp og afslut.",
    "plain_option": "Uden rammer og farver: til skærmlæser og punktskrift.",
    "version_option": "Vis versionen og afslut.",
    "about": "Tag referat af et møde, mens det holdes, og få det færdige dokument med det samme. Uden AGENDA vises "
    "dagsordenerne i mappen agendas/. AGENDA er en TOML-fil.",
    "about_check": "Find alle fejl i dagsordener, og se, om Word-dokumenter kan læses af alle.",
    "about_check_long": "Find alle fejl i dagsordener, med fil, linje og hvad der skal skrives i stedet; i et "
    "Word-dokument (.docx) det, der holder nogen ude fra at læse det. Advarsler stopper intet møde. Afslutter med 1, "
    "hvis der er fejl.",
    "about_export": "Skriv referatet som dokument.",
    "about_export_long": "Skriv referatet af AGENDA som dokument i mappen exports/. Er mødet ikke holdt, skrives det "
    "planlagte. Det, der endnu mangler svar, vises også.",
    "about_open": "Åbn en dagsorden, og tag referat.",
    "layout_option": "Husstil: navnet på en indbygget, eller en TOML-fil. Ellers den, dagsordenen nævner.",
    "out_option": "Fil eller mappe, dokumentet skrives til.",
    "format_option": "Dokumentets format: docx, pdf (med LibreOffice), md eller html.",
    "public_option": "Den offentlige udgave: uden lukkede punkter og kontaktoplysninger.",
    "item_option": "Kun punktet med dette nummer.",
    "agenda_option": "Dagsordenen, som den er planlagt, i stedet for referatet.",
    "about_doctor": "Se efter, om alt er på plads, og hvad tasterne sender.",
    "about_doctor_long": "Vis, hvor tingene ligger, om der kan skrives dér, hvad terminalen er, og hvilke versioner "
    "der bruges; derefter, hvad hver tast sender. Udskriften er uden tekst fra møder og kan sendes med, når en fejl "
    "meldes. Afslutter med 1, hvis noget ikke er i orden.",
    "no_keys_option": "Spring tasterne over.",
    "about_layouts": "Vis de indbyggede husstile.",
    "about_layouts_long": "Vis navnene på de indbyggede husstile, og hvad der er særligt for hver.",
    "about_history": "Vis tidligere udgaver af referatfilen, og hent en af dem.",
    "about_history_long": "Vis de udgaver af AGENDAs referatfil, der er gemt de seneste 30 dage, den nyeste først. "
    "Med --hent sættes en af dem i stedet for den nuværende, som så selv bliver en af de tidligere.",
    "restore_option": "Hent udgaven med dette nummer i listen.",
    "history_title": "Tidligere udgaver af referatet til {file}:",
    "no_history": "Der er ingen tidligere udgaver af referatet til {file}.",
    "history_line": "{number:>3}  {time:%d-%m-%Y kl. %H.%M.%S}",
    "no_such_entry": "Der er ingen udgave nummer {number}; listen har {count}.",
    "record_in_use": "Mødet i {file} er åbent i et andet vindue. Luk det dér først.",
    "restored": "Udgaven fra {time:%d-%m-%Y kl. %H.%M.%S} er hentet. Den, der var der, er gemt blandt de tidligere.",
    "about_layout": "Vis en husstils fil, som man kan lave sin egen af.",
    "about_layout_long": "Skriv filen for husstilen NAVN ud: »referent husstil standard > vores.toml«. Ret i den, og "
    'skriv layout = "vores.toml" i dagsordenen. I husstilen standard er hver nøgle forklaret.',
    "try_help": "Skriv »{command} --help« for at få hjælp.",
    "no_such_option": "Valgmuligheden »{name}« findes ikke.",
    "option_needs_value": "»{name}« skal følges af en værdi.",
    "option_without_value": "»{name}« kan ikke have en værdi.",
    "missing_parameter": "»{name}« mangler.",
    "bad_parameter": "Værdien af »{name}« kan ikke bruges.",
    "choose_from": " Vælg mellem: {known}.",
    "wrong_call": "Kommandoen kan ikke forstås.",
    "one_agenda": "Kun én dagsorden ad gangen kan åbnes.",
    "no_such_command": "»{word}« er hverken en kommando eller en fil.{hint}",
    "no_terminal": "referent skal køre i en terminal; her er indlæsning eller udskrift ledt et andet sted hen. "
    "»referent tjek« og »referent eksport« kan køre uden.",
    "unknown_layout": "Husstilen »{name}« findes ikke.{hint} Kendte husstile: {known}.",
    # What happened
    "in_order": "{file}: i orden",
    "with_warnings": "{file}: i orden, {warnings}",
    "with_faults": "{file}: {faults}",
    "with_both": "{file}: {faults}, {warnings}",
    "one_fault": "1 fejl",
    "faults": "{count} fejl",
    "one_warning": "1 advarsel",
    "warnings": "{count} advarsler",
    "fault_line": "Fejl: {fault}",
    "warning_line": "Advarsel: {warning}",
    "is_record": "{file} er referatet, ikke dagsordenen. Skriv {agenda} i stedet.",
    "missing_title": "Det mangler endnu svar:",
    "missing_line": "- {line}",
    "not_held": "Der er intet referat endnu ({file}); det planlagte møde er skrevet.",
    "beside": "{file} er ændret af andre end os, siden den blev skrevet, og er ikke rørt. Det nye er {beside}.",
    "without_template": "Dokumentet er skrevet uden skabelon. {reasons}",
    "wrong_suffix": "{file} skal ende på {suffix}, eller være en mappe.",
    "conflict": "En anden har ændret {file} imens. Begges tekst er gemt: den andens udgave ligger i {copy}.",
    "changed_by_others": "En anden har ændret {file} imens. Ændringen er bevaret i filen, men ses først her, når mødet "
    "åbnes igen.",
    "goes_on": "Mødet fortsætter, hvor det var.",
    "unexpected": "Der skete en uventet fejl ({kind} i {place}). Det, der er gemt, er ikke rørt.",
    "os_error": "{file}: {reason}",
}
