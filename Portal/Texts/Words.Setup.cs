namespace Portal.Texts;

/// <summary>The first administrator of an installation.</summary>
public static partial class Words
{
    public static string FirstSetUpTitle => Say(
        "Set up this installation",
        "Deze installatie inrichten",
        "Diese Installation einrichten",
        "Configurer cette installation");

    public static string FirstSetUpLead => Say(
        "There is no account yet. Create one, with yourself as its first administrator.",
        "Er is nog geen account. Maak er een aan, met uzelf als eerste beheerder.",
        "Es gibt noch keinen Account. Legen Sie einen an, mit sich selbst als erstem Administrator.",
        "Il n'y a pas encore de compte. Créez-en un ; vous en serez le premier administrateur.");

    public static string FirstSetUpAccountHelp => Say(
        "Your organisation or team. You can change it later.",
        "Uw organisatie of team. U kunt dit later wijzigen.",
        "Ihre Organisation oder Ihr Team. Sie können das später ändern.",
        "Votre organisation ou votre équipe. Vous pourrez modifier ce nom plus tard.");

    public static string AccountLanguage => Say(
        "Language of the account",
        "Taal van het account",
        "Sprache des Accounts",
        "Langue du compte");

    public static string YourName => Say("Your name", "Uw naam", "Ihr Name", "Votre nom");

    /// <summary>What a browser cannot send by itself.</summary>
    public static string ChooseFromList => Say(
        "Choose one from the list.",
        "Kies er een uit de lijst.",
        "Wählen Sie einen Eintrag aus der Liste.",
        "Choisissez une entrée de la liste.");

    public static string CreateAccount => Say("Create account", "Account aanmaken", "Account anlegen", "Créer le compte");

    // One answer for whoever has not, or no longer, the link that was printed.

    public static string FirstSetUpClosedTitle => Say(
        "There is nothing to set up here",
        "Hier valt niets in te richten",
        "Hier gibt es nichts einzurichten",
        "Il n'y a rien à configurer ici");

    public static string FirstSetUpClosedWhy => Say(
        "The installation has been set up, or this link is not the one printed in the server's log.",
        "De installatie is al ingericht, of dit is niet de link die in het serverlogboek staat.",
        "Die Installation ist bereits eingerichtet, oder dies ist nicht der Link aus dem Server-Protokoll.",
        "L'installation est déjà configurée, ou ce lien n'est pas celui qui figure dans le journal du serveur.");

    public static string FirstSetUpInTheLog => Say(
        "As long as there is no account, each start prints a new link, which works once. Look in the log of the latest start.",
        "Zolang er geen account is, schrijft elke start een nieuwe link, die één keer werkt. Kijk in het logboek van de laatste start.",
        "Solange es keinen Account gibt, schreibt jeder Start einen neuen Link, der einmal gilt. Sehen Sie im Protokoll des letzten Starts nach.",
        "Tant qu'il n'y a pas de compte, chaque démarrage écrit un nouveau lien, valable une seule fois. Consultez le journal du dernier démarrage.");

    /// <summary>The command follows.</summary>
    public static string FirstSetUpByCommand => Say(
        "Whoever runs the server can also make an administrator with the command",
        "Wie de server beheert, kan ook een beheerder aanmaken met de opdracht",
        "Wer den Server betreibt, kann auch einen Administrator anlegen, mit dem Befehl",
        "La personne qui gère le serveur peut aussi créer un administrateur avec la commande");
}
