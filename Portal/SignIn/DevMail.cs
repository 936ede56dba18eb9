using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Mail;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>A mail of the outbox, written anew.</summary>
/// <param name="Id">Its id.</param>
/// <param name="To">Name and address.</param>
/// <param name="When">When it was queued, as people of the account see it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Letter">What it says.</param>
public sealed record DevMail(Guid Id, string To, string When, string State, WrittenLetter Letter)
{
    private const int Shown = 50;

    /// <summary>Maps the pages on which Development reads mail; anywhere else they do not exist.</summary>
    public static void Map(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.MapGet("/dev/mail", async Task<IResult> (PortalContexts contexts, Letters letters, TimeProvider clock) =>
            SignInEndpoints.Page<DevMailPage>(new { Mails = await ReadAsync(contexts, letters, clock, id: null) }));
        app.MapGet("/dev/mail/{id:guid}", async Task<IResult> (Guid id, PortalContexts contexts, Letters letters, TimeProvider clock) =>
            await ReadAsync(contexts, letters, clock, id) is [var mail] ? SignInEndpoints.Page<DevLetterPage>(new { Mail = mail }) : Results.NotFound());
        app.MapGet("/dev/mail/{id:guid}/html", async Task<IResult> (Guid id, PortalContexts contexts, Letters letters, TimeProvider clock) =>
            await ReadAsync(contexts, letters, clock, id) is [var mail] ? Results.Content(mail.Letter.Html, "text/html; charset=utf-8") : Results.NotFound());
    }

    private static async Task<IReadOnlyList<DevMail>> ReadAsync(PortalContexts contexts, Letters letters, TimeProvider clock, Guid? id)
    {
        await using var db = contexts.AcrossAccounts();
        var rows = await db.Mails.AsNoTracking().Where(mail => id == null || mail.Id == id)
            .OrderByDescending(mail => mail.QueuedAt).ThenByDescending(mail => mail.Id).Take(Shown).ToListAsync();
        var mails = new List<DevMail>();
        foreach (var row in rows)
        {
            var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == row.AccountId);
            var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Id == row.LinkId);
            DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone));
            var now = clock.GetUtcNow();
            mails.Add(new(
                row.Id,
                $"{row.ToName} <{row.ToAddress}>",
                Texts.When.Moment(Local(row.QueuedAt), Local(now)),
                row.CancelledAt is null ? MailState.Of(row).InWords(Local, now) : Words.DevMailTakenBack,
                await WriteAsync(letters, row, account, link)));
        }

        return mails;
    }

    private static async Task<WrittenLetter> WriteAsync(Letters letters, MailMessage mail, Account account, OneTimeLink? link)
    {
        try
        {
            return await letters.WriteAsync(mail, account, link);
        }
        catch (JsonException)
        {
            return new(mail.Kind, "", "");
        }
    }
}
