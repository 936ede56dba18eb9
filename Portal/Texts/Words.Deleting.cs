namespace Portal.Texts;

/// <summary>Deleting an operator for good, and what is then said in place of the name.</summary>
public static partial class Words
{
    public static string DeleteOperator => Say("Delete operator", "Operator verwijderen", "Operator löschen", "Supprimer l'opérateur");

    public static string DeleteQuestion(string name) => Say(
        $"Delete {name} for good?",
        $"{name} definitief verwijderen?",
        $"{name} endgültig löschen?",
        $"Supprimer définitivement {name} ?");

    public static string DeleteGoes => Say(
        "Name, address, password, key, recovery codes, sessions and links are erased.",
        "Naam, adres, wachtwoord, sleutel, herstelcodes, sessies en links worden gewist.",
        "Name, Adresse, Passwort, Schlüssel, Wiederherstellungscodes, Sitzungen und Links werden gelöscht.",
        "Le nom, l'adresse, le mot de passe, la clé, les codes de récupération, les sessions et les liens sont effacés.");

    public static string DeleteMails(string name) => Say(
        $"Mails to {name} go too; those that wait are not sent.",
        $"E-mails aan {name} verdwijnen ook; wat nog wacht, wordt niet verstuurd.",
        $"E-Mails an {name} verschwinden ebenfalls; was noch wartet, wird nicht gesendet.",
        $"Les e-mails destinés à {name} disparaissent aussi ; ceux en attente ne sont pas envoyés.");

    public static string DeleteFrees(string email) => Say(
        $"{email} can be invited again, as a new operator.",
        $"{email} kan opnieuw worden uitgenodigd, als nieuwe operator.",
        $"{email} kann erneut eingeladen werden, als neuer Operator.",
        $"{email} peut recevoir une nouvelle invitation, en tant que nouvel opérateur.");

    public static string DeleteKeeps(int entries) => entries == 1
        ? Say(
            "The audit log keeps 1 entry with the name and, where it stood in it, the address; it cannot be changed. Results of bulk jobs keep the name.",
            "De auditlog bewaart 1 regel met de naam en, waar het erin stond, het adres; die kan niet worden gewijzigd. Resultaten van bulkopdrachten bewaren de naam.",
            "Das Auditprotokoll behält 1 Eintrag mit dem Namen und, wo sie darin stand, der Adresse; er lässt sich nicht ändern. Ergebnisse von Sammelaufträgen behalten den Namen.",
            "Le journal d'audit conserve 1 entrée avec le nom et, si elle y figurait, l'adresse ; elle ne peut pas être modifiée. Les résultats des traitements groupés gardent le nom.")
        : Say(
            $"The audit log keeps {entries:N0} entries with the name and, where it stood in them, the address; they cannot be changed. Results of bulk jobs keep the name.",
            $"De auditlog bewaart {entries:N0} regels met de naam en, waar het erin stond, het adres; die kunnen niet worden gewijzigd. Resultaten van bulkopdrachten bewaren de naam.",
            $"Das Auditprotokoll behält {entries:N0} Einträge mit dem Namen und, wo sie darin stand, der Adresse; sie lassen sich nicht ändern. Ergebnisse von Sammelaufträgen behalten den Namen.",
            $"Le journal d'audit conserve {entries:N0} entrées avec le nom et, si elle y figurait, l'adresse ; elles ne peuvent pas être modifiées. Les résultats des traitements groupés gardent le nom.");

    /// <summary>By whom something was done that is still shown, when they are gone: "Changed at 10:44 by a deleted operator".</summary>
    public static string DeletedOperator => Say("a deleted operator", "een verwijderde operator", "einen gelöschten Operator", "un opérateur supprimé");
}
