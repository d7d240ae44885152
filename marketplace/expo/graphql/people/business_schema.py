"""The mutations of exhibitors' business with their fairs."""

from marketplace.expo.graphql.applications.decisions import (
    FairApplicationApprove,
    FairApplicationDecline,
    FairApplicationWaitlist,
)
from marketplace.expo.graphql.applications.mutations import (
    FairApplicationCreate,
    FairApplicationSubmit,
    FairApplicationUpdate,
    FairApplicationWithdraw,
)
from marketplace.expo.graphql.billing.agree import FairContractAccept, FairContractSign
from marketplace.expo.graphql.billing.mutations import (
    FairInvoiceCredit,
    FairInvoiceIssue,
    FairPaymentRecord,
    FairPaymentWithdraw,
)
from marketplace.expo.graphql.manual.mutations import (
    ManualPageAnswer,
    ManualPageCreate,
    ManualPageDelete,
    ManualPageUpdate,
    ManualQuestionsSet,
)
from marketplace.expo.graphql.packages.mutations import (
    FairOrganiserSet,
    FairPackageCreate,
    FairPackagePriceSet,
    FairPackageUpdate,
    FairTermsPublish,
)
from marketplace.expo.graphql.pavilions.mutations import (
    CoExhibitorAdd,
    CoExhibitorRemove,
    ExhibitorPavilionSet,
    PavilionCreate,
    PavilionDelete,
    PavilionUpdate,
)
from marketplace.expo.graphql.people.mutations import (
    ExhibitorInvitationAccept,
    ExhibitorInvitationRevoke,
    ExhibitorMemberInvite,
    ExhibitorMemberRemove,
    ExhibitorMemberUpdate,
    ExhibitorProfileUpdate,
)
from marketplace.graphql import ObjectType


class ExpoPeopleMutations(ObjectType):
    """For who applies, for exhibitors' managers, and for staff with expo.manage."""

    fair_application_create = FairApplicationCreate.Field()
    fair_application_update = FairApplicationUpdate.Field()
    fair_application_submit = FairApplicationSubmit.Field()
    fair_application_withdraw = FairApplicationWithdraw.Field()
    fair_application_approve = FairApplicationApprove.Field()
    fair_application_decline = FairApplicationDecline.Field()
    fair_application_waitlist = FairApplicationWaitlist.Field()
    fair_contract_accept = FairContractAccept.Field()
    fair_contract_sign = FairContractSign.Field()
    fair_invoice_issue = FairInvoiceIssue.Field()
    fair_invoice_credit = FairInvoiceCredit.Field()
    fair_payment_record = FairPaymentRecord.Field()
    fair_payment_withdraw = FairPaymentWithdraw.Field()
    fair_package_create = FairPackageCreate.Field()
    fair_package_update = FairPackageUpdate.Field()
    fair_package_price_set = FairPackagePriceSet.Field()
    fair_terms_publish = FairTermsPublish.Field()
    fair_organiser_set = FairOrganiserSet.Field()
    pavilion_create = PavilionCreate.Field()
    pavilion_update = PavilionUpdate.Field()
    pavilion_delete = PavilionDelete.Field()
    exhibitor_pavilion_set = ExhibitorPavilionSet.Field()
    co_exhibitor_add = CoExhibitorAdd.Field()
    co_exhibitor_remove = CoExhibitorRemove.Field()
    manual_page_create = ManualPageCreate.Field()
    manual_page_update = ManualPageUpdate.Field()
    manual_page_delete = ManualPageDelete.Field()
    manual_questions_set = ManualQuestionsSet.Field()
    manual_page_answer = ManualPageAnswer.Field()
    exhibitor_member_invite = ExhibitorMemberInvite.Field()
    exhibitor_member_update = ExhibitorMemberUpdate.Field()
    exhibitor_member_remove = ExhibitorMemberRemove.Field()
    exhibitor_invitation_revoke = ExhibitorInvitationRevoke.Field()
    exhibitor_invitation_accept = ExhibitorInvitationAccept.Field()
    exhibitor_profile_update = ExhibitorProfileUpdate.Field()
