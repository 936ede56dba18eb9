using Portal.Mail;

namespace Portal.Tests.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void What_needs_no_setting_is_sound() => Assert.True(new MailOptionsValidator().Validate(null, new()).Succeeded);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("mail.example.com", false)]
    [InlineData("192.0.2.25", false)]
    public void Without_TLS_mail_goes_to_this_machine_only(string host, bool isSound)
    {
        var options = new MailOptions { Transport = "Smtp", Smtp = new() { Host = host, Security = "None" } };

        Assert.Equal(isSound, new MailOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void The_password_stands_in_no_text_of_the_settings()
    {
        var options = new MailOptions { Smtp = new() { Host = "mail.example.com", UserName = "portal", Password = "Canary-Smtp-Pass-32" } };

        Assert.DoesNotContain("Canary", options.ToString(), StringComparison.Ordinal);
    }
}
