using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Mail;

/// <summary>Keeps whether mail is being delivered, and tells every open page when that changes.</summary>
public sealed class DeliveryRecord(PortalContexts contexts, TimeProvider clock)
{
    /// <summary>Notes what is known now; writes only what has changed.</summary>
    /// <param name="isDelivered">Whether mail reaches its receivers.</param>
    /// <param name="fault">What is wrong.</param>
    public async Task NoteAsync(bool isDelivered, string? fault)
    {
        await using (var db = contexts.AcrossAccounts())
        {
            if (await db.MailDelivery.AnyAsync(row => row.IsDelivered == isDelivered && row.Fault == fault))
            {
                return;
            }
        }

        await contexts.WriteAcrossAccountsAsync(async db =>
        {
            var row = await db.MailDelivery.SingleOrDefaultAsync();
            var was = row?.IsDelivered ?? false;
            if (row is null)
            {
                row = new() { Since = clock.GetUtcNow() };
                db.MailDelivery.Add(row);
            }

            (row.IsDelivered, row.Fault) = (isDelivered, fault);
            if (was != isDelivered)
            {
                row.Since = clock.GetUtcNow();
            }

            // Whatever changed of it stands on pages: that there is a record at all, and what is wrong.
            foreach (var account in await db.Accounts.Select(account => account.Id).ToListAsync())
            {
                db.Announce(account, null);
            }

            return 0;
        });
    }
}
